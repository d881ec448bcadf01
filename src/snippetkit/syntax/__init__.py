"""Where things stand in a text: text ⇄ plain tree with spans. No module here knows an article."""
