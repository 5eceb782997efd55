"""Writers: the output tree as text, HTML, Markdown and other markup."""
