/** The pages of both sides of a conversation. */
@NullMarked
package org.espalier.development.conversation.web;

import org.jspecify.annotations.NullMarked;
