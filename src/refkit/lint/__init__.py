"""Rules about references, findings and fixes."""
