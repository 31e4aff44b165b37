package app.cadeau.sends;

import app.cadeau.accounts.AccountId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The turn of somebody who only looks at a LIVE with an account: first waited for, then held until it is closed. */
final class AccountTurn implements AutoCloseable {

    private final AccountId account;
    private final Consumer<AccountId> after;
    private final CompletableFuture<Boolean> mine = new CompletableFuture<>();

    AccountTurn(AccountId account, Consumer<AccountId> after) {
        this.account = account;
        this.after = after;
    }

    AccountId account() {
        return account;
    }

    /** False when it was waited for no longer. */
    boolean give() {
        return mine.complete(true);
    }

    void refuse() {
        mine.complete(false);
    }

    /** Whether it was given in time; if not, it never will be. */
    boolean await(Duration most) {
        try {
            return mine.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return !mine.complete(false) && mine.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return !mine.complete(false) && mine.join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a turn is given or refused, it never fails", impossible);
        }
    }

    @Override
    public void close() {
        after.accept(account);
    }
}
