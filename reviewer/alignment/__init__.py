"""Which target sentences translate which source sentences."""
