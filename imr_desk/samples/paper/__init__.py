"""From words to pages: passages and paragraphs, set as PDF or left as a scan."""
