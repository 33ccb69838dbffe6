package be.vlaanderen.loopbaankrediet.acceptance;

import java.math.BigInteger;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of people, enterprises and accounts that nobody has, with valid check digits. */
final class Numbers {

    /** Each run begins somewhere else, so that a platform that keeps running can be tested again. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000));

    private Numbers() {}

    /** A test number: its month is 61 to 72, which no real person has. */
    static String citizen() {
        int next = NEXT.getAndIncrement();
        long head = 85_61_01_001L + next % 900 + 100_000L * (next / 900 % 12);
        return "%09d%02d".formatted(head, 97 - head % 97);
    }

    static String enterprise() {
        long head = 7_000_000L + NEXT.getAndIncrement();
        return "%08d%02d".formatted(head, 97 - head % 97);
    }

    static String iban() {
        long head = 96_1000_0000L + NEXT.getAndIncrement();
        String account = "%010d%02d".formatted(head, head % 97 == 0 ? 97 : head % 97);
        long check = 98
                - new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).longValue();
        return "BE%02d%s".formatted(check, account);
    }
}
