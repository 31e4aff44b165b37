/** The programs as their owner meets them, measured from outside; the truth comes from the simulator's admin address. */
@NullMarked
package app.cadeau.benchmarks;

import org.jspecify.annotations.NullMarked;
