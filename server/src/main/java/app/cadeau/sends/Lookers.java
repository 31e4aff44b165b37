package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/** Those who wait to look at a LIVE, in the order in which they came; at one account they and its sends take turns. */
final class Lookers {

    private static final int MOST = 100;

    private final Queue<AccountTurn> waiting = new ArrayDeque<>();
    /** Accounts of which a look was the last thing done. */
    private final Set<AccountId> looked = new HashSet<>();

    /** False when too many wait already. */
    synchronized boolean add(AccountTurn turn) {
        return waiting.size() < MOST && waiting.add(turn);
    }

    synchronized void remove(AccountTurn turn) {
        waiting.remove(turn);
    }

    /** A send of the account begins; the next look comes before the next send. */
    synchronized void sent(AccountId account) {
        looked.remove(account);
    }

    /** Whether somebody waits for the account. */
    synchronized boolean waitFor(AccountId account) {
        return waiting.stream().anyMatch(turn -> turn.account().equals(account));
    }

    /** Whether somebody waits for the account whose look comes before the next send. */
    synchronized boolean comesFirst(AccountId account) {
        return !looked.contains(account)
                && waiting.stream().anyMatch(turn -> turn.account().equals(account));
    }

    /**
     * Gives the free accounts to those who wait, in the order in which they came.
     *
     * @param take marks an account as at work, unless it is
     */
    synchronized void give(Predicate<AccountId> take) {
        for (var turns = waiting.iterator(); turns.hasNext(); ) {
            var turn = turns.next();
            if (take.test(turn.account())) {
                turns.remove();
                looked.add(turn.account());
                if (!turn.give()) {
                    turn.close();
                }
            }
        }
    }

    synchronized void dismiss() {
        waiting.forEach(AccountTurn::refuse);
        waiting.clear();
    }
}
