"""How far everything is from a different answer."""
