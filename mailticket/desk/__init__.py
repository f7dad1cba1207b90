"""What to do about a mail: match it to a ticket, see what is missing, decide. Pure."""
