"""mailticket turns a support desk's mailbox into tickets. Start reading at ``pipeline``."""
