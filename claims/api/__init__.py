"""The REST doors: what a program sees and asks for, each change through an operation."""
