"""Results made into terminal text, JSON, CSV and Markdown; pure functions that compute nothing."""
