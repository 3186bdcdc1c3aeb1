"""What can be worked out from a case beyond its ranking: what a change does, and why."""
