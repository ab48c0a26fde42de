"""What a film says by itself: before the first step, and of a matrix's shape."""

SENTENCES = {
    "pictures.film.before": "Before the first step",
    "pictures.film.shape": "{rows} × {columns}",
}
