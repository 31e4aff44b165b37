@NullMarked
package app.cadeau;

import org.jspecify.annotations.NullMarked;
