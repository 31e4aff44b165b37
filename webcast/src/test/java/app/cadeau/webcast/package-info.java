@NullMarked
package app.cadeau.webcast;

import org.jspecify.annotations.NullMarked;
