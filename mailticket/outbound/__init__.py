"""What goes out: render, compose, send, try again. Pure, except ``render`` (reads templates) and ``send`` (SMTP)."""
