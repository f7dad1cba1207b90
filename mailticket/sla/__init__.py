"""Time: business calendars, clocks computed from events, objectives. Pure; the time is always passed in."""
