package be.vlaanderen.loopbaankrediet.platform.eventstore;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** One thread makes what another one takes, and is a few pieces ahead of it. */
final class ReadAhead<T> implements AutoCloseable {

    interface Sink<T> {
        /** Waits while enough is ahead. */
        void put(T piece) throws InterruptedException;

        /** Who takes is behind, so there is time for more of the work. */
        boolean isFull();
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
        maker = Thread.ofPlatform().name("read-ahead").daemon().start(() -> make(source));
    }

    private void make(Source<T> source) {
        try {
            try {
                source.makeAll(new Sink<>() {
                    @Override
                    public void put(T piece) throws InterruptedException {
                        pieces.put(Optional.of(piece));
                    }

                    @Override
                    public boolean isFull() {
                        return pieces.remainingCapacity() == 0;
                    }
                });
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
