"""The public door: published claims for readers, without login. It shows what publications hold and writes nothing."""
