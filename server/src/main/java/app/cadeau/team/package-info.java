@NullMarked
package app.cadeau.team;

import org.jspecify.annotations.NullMarked;
