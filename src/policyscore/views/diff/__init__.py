"""What changed between two versions, and what that did."""
