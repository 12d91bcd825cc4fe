"""Official documents out: composed or filled Word files, and their PDF laid out by rules of our own."""
