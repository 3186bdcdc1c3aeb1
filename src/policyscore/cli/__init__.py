"""One thin module a command: parse, call, hand to a view."""
