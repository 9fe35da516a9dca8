"""In: PDF bytes to text with places, and to page images; the one room beside `samples` that knows PyMuPDF."""
