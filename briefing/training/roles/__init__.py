"""Learns and measures the weights of roles in articles of an election campaign."""
