package be.vlaanderen.loopbaankrediet.simulation;

import be.vlaanderen.loopbaankrediet.payout.batch.Batch;
import be.vlaanderen.loopbaankrediet.payout.clawback.ClawbackState;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.Block;
import be.vlaanderen.loopbaankrediet.sessionclaims.block.BlockEvent.BlockOpened;
import be.vlaanderen.loopbaankrediet.wallet.wallet.Booking;
import be.vlaanderen.loopbaankrediet.wallet.wallet.BookingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The end of a history: nothing goes wrong any more, people finish what they began, and the clock runs until nothing is due. */
final class Settling {

    private static final int MOST_ROUNDS = 60;
    private static final int PATIENCE = 5;
    private static final int TOO_LONG = 30;
    private static final int QUIET_ROUNDS = 3;
    private static final Set<String> DONE = Set.of("PAID", "SET_OFF", "REFUSED", "RELEASED");

    private final World world;

    Settling(World world) {
        this.world = world;
    }

    void run() {
        world.begins(1, true);
        world.payouts.files.everybodyHasAccount();
        int quiet = 0;
        for (int round = 0; round < MOST_ROUNDS && quiet < QUIET_ROUNDS; round++) {
            int before = events();
            world.moveAll();
            world.payNews(true);
            world.sweepAll();
            world.moveAll();
            officersFinish();
            world.sweepAll();
            world.bankWorks(Integer.MAX_VALUE);
            world.sweepAll();
            world.moveAll();
            if (round == TOO_LONG) {
                world.promises().queuesWentAlong();
                loseHope();
            }
            world.passes(Duration.ofDays(round < 2 ? 1 : 15));
            counsellorsFinish(round);
            world.moveAll();
            quiet = events() == before && nothingOpen() ? quiet + 1 : 0;
        }
    }

    /** More than a year in the queue is enough. */
    private void loseHope() {
        for (Booking queued : world.wallets.bookings(BookingStatus.QUEUED)) {
            world.wallets.cancel(queued.id());
        }
    }

    private int events() {
        return world.services().stream()
                .mapToInt(service -> service.store.log().size())
                .sum();
    }

    private boolean nothingOpen() {
        return world.isQuiet()
                && world.promises().everyBookingEnded()
                && world.promises().everySponsorIsBilled()
                && world.provider.notices().isEmpty()
                && !world.payouts.someoneWaitsForBudget()
                && world.payouts.clawbacks().stream().noneMatch(this::isOpen)
                && world.payouts.claims().values().stream().allMatch(DONE::contains);
    }

    private boolean isOpen(UUID id) {
        ClawbackState clawback = world.payouts.clawback(id);
        return clawback != null && clawback.settledAt() == null;
    }

    private void counsellorsFinish(int round) {
        int hours = 0;
        for (BlockOpened opened : world.sessionClaims.opened()) {
            Block block = world.sessionClaims.block(opened.booking());
            if (round > PATIENCE && !block.claimable().isEmpty()) {
                world.sessionClaims.claim(opened.booking());
            }
            if (block.closed() || block.halfHoursLeft() == 0 || hours > 18) {
                continue;
            }
            Instant end = world.sessionClaims.now().minus(Duration.ofHours(hours));
            Instant start = end.minus(Duration.ofMinutes(30L * block.halfHoursLeft()));
            if (start.isAfter(opened.paidAt())
                    && world.sessionClaims.register(
                            "finish-" + round + opened.booking(), opened.booking(), opened.counsellor(), start, end)) {
                hours += 2;
            }
        }
    }

    private void officersFinish() {
        for (UUID batch : world.payouts.files.batches()) {
            Batch.Status status = world.payouts.files.batch(batch).status();
            if (status == Batch.Status.WAITING || status == Batch.Status.HELD) {
                world.payouts.files.release(batch, "officer-1");
                world.payouts.files.release(batch, "officer-2");
            }
        }
        for (Map.Entry<UUID, String> claim : world.payouts.claims().entrySet()) {
            if (claim.getValue().equals("REJECTED")) {
                world.payouts.files.payAgain(claim.getKey(), "officer-1");
            }
        }
        for (UUID id : world.payouts.clawbacks()) {
            ClawbackState clawback = world.payouts.clawback(id);
            if (clawback == null || clawback.settledAt() != null) {
                continue;
            }
            if (clawback.decided() == null) {
                int halfHours = clawback.announced().halfHours();
                if (!world.payouts.decideClawback(id, halfHours, "officer-1")) {
                    world.payouts.decideClawback(id, halfHours, "officer-2");
                }
            } else if (!world.payouts.writeOff(id, "officer-1")) {
                world.payouts.writeOff(id, "officer-2");
            }
        }
    }
}
