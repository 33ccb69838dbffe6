package be.vlaanderen.loopbaankrediet.payout.budget;

import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.CarryOutSettlement;
import be.vlaanderen.loopbaankrediet.payout.budget.BudgetCommand.ReverseSettlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToLongFunction;

/**
 * What a claim that is taken back asks of the budgets (D-101): what was settled for its booking in years that are closed comes to the year
 * that is open with its money, the latest first, so that no year has settled less than nothing.
 *
 * @param cents settled for the claim
 */
public record TakeBack(UUID booking, UUID claim, long cents, Instant at) {

    /** @param settledIn what is settled for the booking in a year, or owed in the open one */
    public List<BudgetCommand> commands(int bookedIn, int openYear, IntToLongFunction settledIn) {
        List<BudgetCommand> commands = new ArrayList<>();
        long left = cents - settledIn.applyAsLong(openYear);
        long carriedIn = 0;
        for (int year = openYear - 1; year >= bookedIn && carriedIn < left; year--) {
            long there = Math.min(left - carriedIn, settledIn.applyAsLong(year));
            if (there > 0) {
                commands.add(new CarryOutSettlement(year, booking, claim, there, at));
                carriedIn += there;
            }
        }
        commands.add(new ReverseSettlement(openYear, booking, claim, cents, carriedIn, at));
        return commands;
    }
}
