package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * One JDBC transaction a thread, without JTA: what runs inside another {@link #in} joins it. A conflict with a concurrent writer
 * ({@link ConflictException}) rolls the outermost back and runs it again, a bounded number of times; so work must be repeatable.
 *
 * <p>A transaction takes its connection when the database is first asked for something. One that asks nothing and only appends events is
 * committed together with others of the same moment ({@link Appends#commitWithOthers}).
 */
public final class Transactions implements TransactionManager, ConnectionProvider {

    private static final int ATTEMPTS = 8;
    private static final ConnectionWrapperFactory.ConnectionCloseHandler KEEP_OPEN = new KeepOpen();

    private final DataSource dataSource;
    private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work against the database that may fail in any way. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws Exception;
    }

    /** Work without an answer. */
    @FunctionalInterface
    public interface Action {
        void run(Connection connection) throws Exception;
    }

    /** What a transaction will have written at its end. */
    interface Appends {
        /** In this transaction, on its connection. */
        void send(Connection connection) throws SQLException;

        /** In one with what other threads append at this moment; returns once it is committed. */
        void commitWithOthers();
    }

    public void run(Action action) {
        boolean unused = in(connection -> {
            action.run(connection);
            return true;
        });
    }

    /** Runs the work in the transaction of this thread, or in a new one that is committed at the end. */
    public <T extends @Nullable Object> T in(Work<T> work) {
        Open open = current.get();
        if (open != null) {
            return call(work, open.handedOut);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (ConflictException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(1, 4L * attempt)));
            }
        }
    }

    private <T extends @Nullable Object> T once(Work<T> work) {
        Open begun = begin();
        T answer;
        try {
            answer = call(work, begun.handedOut);
        } catch (Throwable failure) {
            end(begun, false);
            throw failure;
        }
        finish(begun);
        return answer;
    }

    /**
     * Sends and commits in a transaction of its own, once.
     *
     * @param sent run when nothing is left to do but the commit
     */
    void commitAlone(Appends appends, Runnable sent) {
        Open begun = begin();
        begun.waiting = appends;
        try {
            begun.sendWhatWaits();
        } catch (Throwable failure) {
            end(begun, false);
            throw failure;
        }
        sent.run();
        end(begun, true);
    }

    /** Runs one statement that is a transaction by itself, also inside another: no round trips to begin and commit it. */
    public <T extends @Nullable Object> T alone(Work<T> statement) {
        try (Connection connection = dataSource.getConnection()) {
            return call(statement, connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Whether this thread is inside a transaction. */
    boolean isOpen() {
        return current.get() != null;
    }

    /** Whether the transaction of this thread has asked the database for something. */
    boolean isConnected() {
        Open open = current.get();
        return open != null && open.connection != null;
    }

    /** Reads on the connection of this thread's transaction; what it appended and did not send goes on waiting. */
    <T> T connected(Work<T> work) {
        Open open = current.get();
        if (open == null) {
            throw new IllegalStateException("no transaction to read in");
        }
        return call(work, open.connection());
    }

    /** Runs the action once the outermost transaction is committed; at once when there is none. */
    void afterCommit(Runnable action) {
        Open open = current.get();
        if (open == null) {
            action.run();
        } else {
            open.afterCommit.add(action);
        }
    }

    /**
     * Writes this before anything else is asked of the connection, and at the latest with the commit: so that what many append in one
     * transaction is sent together.
     */
    void append(Appends appends) {
        Open open = current.get();
        if (open == null) {
            throw new IllegalStateException("no transaction to write in");
        }
        open.waiting = appends;
    }

    /** Does now what waits, for who reads by other ways than the connection that was handed out. */
    void sendWhatWaits() {
        Open open = current.get();
        if (open != null) {
            open.sendWhatWaits();
        }
    }

    /** A value that lives as long as the transaction of this thread. */
    @SuppressWarnings("unchecked")
    <T> T local(Object key, Supplier<T> initial) {
        Open open = current.get();
        if (open == null) {
            throw new IllegalStateException("no transaction");
        }
        return (T) open.locals.computeIfAbsent(key, ignored -> initial.get());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Open open = current.get();
        return open == null ? dataSource.getConnection() : ConnectionWrapperFactory.wrap(open.connection(), KEEP_OPEN);
    }

    @Override
    public Transaction startTransaction() {
        if (current.get() != null) {
            return new Transaction() {
                @Override
                public void commit() {
                    // the outermost commits
                }

                @Override
                public void rollback() {
                    // who fails throws, and the outermost rolls back
                }
            };
        }
        Open open = begin();
        return new Transaction() {
            @Override
            public void commit() {
                finish(open);
            }

            @Override
            public void rollback() {
                end(open, false);
            }
        };
    }

    private Open begin() {
        Open open = new Open();
        current.set(open);
        return open;
    }

    /** Sends what waits and commits; together with others when nothing else was asked of the database. */
    private void finish(Open open) {
        Appends appends = open.waiting;
        if (open.connection == null && appends != null) {
            current.remove();
            appends.commitWithOthers();
            open.afterCommit.forEach(Runnable::run);
            return;
        }
        try {
            open.sendWhatWaits();
        } catch (Throwable failure) {
            end(open, false);
            throw failure;
        }
        end(open, true);
    }

    private void end(Open open, boolean commit) {
        current.remove();
        try (Connection connection = open.connection) {
            if (connection != null) {
                try {
                    if (commit) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                } finally {
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            if (commit) {
                throw new DatabaseException(e);
            }
            return; // a connection that broke is rolled back by the server
        }
        if (commit) {
            open.afterCommit.forEach(Runnable::run);
        }
    }

    private static <T extends @Nullable Object> T call(Work<T> work, Connection connection) {
        try {
            return work.run(connection);
        } catch (RuntimeException e) {
            throw e;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Open {
        final List<Runnable> afterCommit = new ArrayList<>();
        final Map<Object, Object> locals = new HashMap<>();
        final Connection handedOut;

        /** Null until the database is asked for something. */
        @Nullable Connection connection;

        @Nullable Appends waiting;

        Open() {
            this.handedOut = (Connection) Proxy.newProxyInstance(
                    Transactions.class.getClassLoader(), new Class<?>[] {Connection.class}, this::invoke);
        }

        Connection connection() {
            Connection taken = connection;
            if (taken == null) {
                try {
                    taken = dataSource.getConnection();
                    connection = taken;
                    taken.setAutoCommit(false);
                } catch (SQLException e) {
                    throw new DatabaseException(e);
                }
            }
            return taken;
        }

        void sendWhatWaits() {
            Appends appends = waiting;
            if (appends != null) {
                waiting = null;
                try {
                    appends.send(connection());
                } catch (SQLException e) {
                    throw new DatabaseException(e);
                }
            }
        }

        private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (waiting != null
                    && (method.getName().startsWith("prepare")
                            || method.getName().equals("createStatement"))) {
                sendWhatWaits();
            }
            try {
                return method.invoke(connection(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }

    private static final class KeepOpen implements ConnectionWrapperFactory.ConnectionCloseHandler {
        @Override
        public void close(Connection connection) {
            // closed by the outermost transaction
        }

        @Override
        public void commit(Connection connection) {
            // committed by the outermost transaction
        }
    }

    /** The database did not do what was asked; the cause tells why. */
    public static final class DatabaseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Another writer was first. Thrown by the event store, retried by {@link #in}. */
    public static final class ConflictException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConflictException(Throwable cause) {
            super(cause);
        }
    }
}
