"""Trains, measures and exports the learned attribution engine."""
