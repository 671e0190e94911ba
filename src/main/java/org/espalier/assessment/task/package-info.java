/**
 * Tasks that are delegated to people, and who was trained for them or has achieved them: two things, kept apart.
 */
@NamedInterface("task")
@NullMarked
package org.espalier.assessment.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
