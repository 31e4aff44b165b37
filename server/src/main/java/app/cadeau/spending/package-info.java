/** What it cost and what it may cost: one double-entry ledger of coins, and the budgets over it. */
@NullMarked
package app.cadeau.spending;

import org.jspecify.annotations.NullMarked;
