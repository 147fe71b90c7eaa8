"""Lists: paged, searched, with what tells namesakes apart."""
