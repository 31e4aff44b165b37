package app.cadeau.sends;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Real transactions that go wrong where they are told to: before the commit, or after it, when nobody hears of it. */
final class Commits extends TransactionTemplate {

    /** What happens to the next commits. */
    enum Trouble {
        NONE,
        CRASH_BEFORE,
        CRASH_AFTER,
        /** The database goes away after the commit: it counts, and its answer is lost. */
        ANSWER_LOST,
        /** It is said to be committed, and is not: a mistake of ours, for {@link Bug}. */
        FORGOTTEN,
        /** The database is away; nothing is written. */
        AWAY
    }

    private Trouble next = Trouble.NONE;
    private int in;

    Commits(TransactionTemplate real) {
        super(Objects.requireNonNull(real.getTransactionManager()));
    }

    /** @param commits how many go well before it */
    void trouble(Trouble what, int commits) {
        next = what;
        in = commits;
    }

    void mend() {
        next = Trouble.NONE;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        if (TransactionSynchronizationManager.isActualTransactionActive() || next == Trouble.NONE || in-- > 0) {
            return super.execute(action);
        }
        return switch (next) {
            case NONE -> throw new IllegalStateException("no trouble");
            case CRASH_BEFORE -> {
                next = Trouble.NONE;
                super.executeWithoutResult(status -> {
                    action.doInTransaction(status);
                    status.setRollbackOnly();
                });
                throw new PlayedSend.Crash();
            }
            case CRASH_AFTER -> {
                next = Trouble.NONE;
                super.execute(action);
                throw new PlayedSend.Crash();
            }
            case ANSWER_LOST -> {
                next = Trouble.AWAY;
                super.execute(action);
                throw away();
            }
            case FORGOTTEN -> {
                next = Trouble.NONE;
                yield super.execute(status -> {
                    var result = action.doInTransaction(status);
                    status.setRollbackOnly();
                    return result;
                });
            }
            case AWAY -> throw away();
        };
    }

    private static TransactionSystemException away() {
        return new TransactionSystemException("away", new SQLException("the connection is gone", "08006"));
    }
}
