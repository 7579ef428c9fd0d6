"""The pure text engine: text in, spans and statements out. No Django, no database, no clock, no network."""
