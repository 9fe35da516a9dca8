"""One editor for each kind of field: it shows an entry and offers what the person typed or chose; it keeps no value."""
