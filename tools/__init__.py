"""What the targets of the Makefile run; nothing here belongs to the product."""
