package app.cadeau.api;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is told to who watches, as the text that goes to all of them.
 *
 * @param detail of which thing this is progress: a newer one takes its place; null for what nobody may miss
 */
record News(long id, String json, @Nullable String detail) {}
