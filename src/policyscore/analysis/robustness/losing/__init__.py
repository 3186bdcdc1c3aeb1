"""What the futures have in common in which the leader is not first."""
