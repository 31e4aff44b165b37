package app.cadeau.storage;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far this database has come: a number inside it and the same in a file beside it. It grows at each start and before
 * the first arming of every send, the database first, both synced. A database put back from a copy stays behind its file,
 * and from then on nothing is sent until a person accepts it.
 */
public final class Generation {

    private final Marks marks;
    private final TransactionTemplate transaction;
    private final NumberFile file;
    private final String machine;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Restored restored;

    private Generation(JdbcClient writes, TransactionTemplate transaction, Path file, String machine) {
        this.marks = new Marks(writes);
        this.transaction = transaction;
        this.file = new NumberFile(file);
        this.machine = machine;
    }

    /**
     * Judges the database at a start, and lets the number grow when it is the newest.
     *
     * @param file the number beside the database
     * @param machine tells this machine from others
     */
    public static Generation begin(
            JdbcClient writes, TransactionTemplate transaction, Path file, String machine, InstantSource clock) {
        var generation = new Generation(writes, transaction, file, machine);
        var mark = generation.marks.read();
        generation.restored = mark.restored();
        var cause = mark.restored() == null ? generation.cause(mark) : null;
        if (cause != null) {
            var found = new Restored(cause, clock.instant());
            generation.marks.restored(found);
            generation.restored = found;
        }
        if (generation.restored == null) {
            generation.grow();
        }
        return generation;
    }

    private Restored.@Nullable Cause cause(Marks.Mark mark) {
        if (mark.copiedAt() != null) {
            return Restored.Cause.COPY;
        }
        if (!mark.machine().isEmpty() && !mark.machine().equals(machine)) {
            return Restored.Cause.OTHER_MACHINE;
        }
        var beside = file.read();
        if (beside.isEmpty()) {
            // A first start may end between its commit and its file.
            return mark.generation() > 1 ? Restored.Cause.NO_NUMBER : null;
        }
        return beside.getAsLong() > mark.generation() ? Restored.Cause.OLDER : null;
    }

    /** Why nothing may be sent until a person says so; empty when this is the newest database. */
    public Optional<Restored> restored() {
        return Optional.ofNullable(restored);
    }

    /** Where the data of a SQLite home went; such a home is not to be worked in. */
    public static Optional<String> movedTo(JdbcClient writes) {
        return Optional.ofNullable(new Marks(writes).read().movedTo());
    }

    /** Before the first arming of a send; both numbers are on disk when this returns. */
    public void grow() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the number must be committed before its file is written");
        }
        lock.lock();
        try {
            var number = transaction.execute(status -> marks.grow(machine));
            file.write(Objects.requireNonNull(number));
        } finally {
            lock.unlock();
        }
    }

    /** A person has looked: from now on this database is the newest one. */
    public void accept() {
        lock.lock();
        try {
            var number = Math.max(marks.read().generation(), file.read().orElse(0)) + 1;
            transaction.executeWithoutResult(status -> marks.accept(number, machine));
            file.write(number);
            restored = null;
        } finally {
            lock.unlock();
        }
    }
}
