@NullMarked
package app.cadeau.storage;

import org.jspecify.annotations.NullMarked;
