/**
 * The benchmark: {@code ./espalier bench}. It starts the real product as a process of its own, fills it with a made-up
 * framework of 150 expectations, 200 people and 30,000 claims, and measures what people wait for, beside what the
 * machine could do at best. It is no test: nothing fails when a number is poor.
 */
@NullMarked
package org.espalier.bench;

import org.jspecify.annotations.NullMarked;
