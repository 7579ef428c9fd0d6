"""The only writers: one verb each, keyword-only, in one transaction, given its actor.

A door (admin, API, command) imports from the file of the verb. Each verb raises PermissionDenied,
ValidationError (naming the field) or Conflict, and never leaves anything half-written.
"""
