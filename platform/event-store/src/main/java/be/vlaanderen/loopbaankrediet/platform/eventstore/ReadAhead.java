package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** One thread makes what another one takes, and is a few pieces ahead of it. */
final class ReadAhead<T> implements AutoCloseable {

    /** Waits while enough is ahead. */
    interface Sink<T> {
        void put(T piece) throws InterruptedException;
    }

    /** Makes all pieces, then returns. */
    interface Source<T> {
        void makeAll(Sink<T> sink) throws Exception;
    }

    private final BlockingQueue<Optional<T>> pieces;
    private final Thread maker;
    private volatile @Nullable RuntimeException failure = new IllegalStateException("the pieces ended too early");

    ReadAhead(int ahead, Source<T> source) {
        pieces = new ArrayBlockingQueue<>(ahead);
        maker = Thread.ofVirtual().name("read-ahead").start(() -> make(source));
    }

    private void make(Source<T> source) {
        try {
            try {
                source.makeAll(piece -> pieces.put(Optional.of(piece)));
                failure = null;
            } catch (InterruptedException e) {
                throw e;
            } catch (RuntimeException e) {
                failure = e;
            } catch (Exception e) {
                failure = new IllegalStateException(e);
            } finally {
                pieces.put(Optional.empty());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null after the last; throws what stopped the maker. */
    @Nullable T next() {
        try {
            Optional<T> piece = pieces.take();
            RuntimeException failed = failure;
            if (piece.isEmpty() && failed != null) {
                throw failed;
            }
            return piece.orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        maker.interrupt();
        pieces.clear(); // the maker's last word finds room
    }
}
