"""What the measurements share: made-up mails, throw-away servers, the bare loop, and the counting of costs."""
