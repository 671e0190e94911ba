// The keyboard for reviewing a draft: j and k move, x chooses, a letter on a button presses it, u undoes.
// Nothing happens while somebody types.

const rows = () => [...document.querySelectorAll('[data-review-row]')].filter(row => row.offsetParent !== null)

const current = () => document.querySelector('[data-review-row].is-current')

function go (step) {
  const all = rows()
  if (all.length === 0) return
  const at = all.indexOf(current())
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)]
  current()?.classList.remove('is-current')
  next.classList.add('is-current')
  next.scrollIntoView({ block: 'center' })
  next.querySelector('input:not([type=hidden]), button, a')?.focus({ preventScroll: true })
}

function press (key) {
  const row = current()
  const scope = row?.querySelector(`[data-key="${key}"]`) ? row : row?.closest('[data-review-list]')
  const target = scope?.querySelector(`[data-key="${key}"]`)
  if (!target) return false
  const box = row.querySelector('input[type=checkbox]')
  if (box && scope !== row && !scope.querySelector('input[type=checkbox]:checked')) box.checked = true
  target.click()
  return true
}

document.querySelector('[data-tick-all]')?.addEventListener('click', event => {
  event.target.closest('form').querySelectorAll('[data-review-row] input[type=checkbox]').forEach(box => { box.checked = true })
})

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'j') go(1)
  else if (event.key === 'k') go(-1)
  else if (event.key === 'x') current()?.querySelector('input[type=checkbox]')?.click()
  else if (event.key === 'u') document.getElementById('undo')?.click()
  else if (!/^[a-z]$/.test(event.key) || !press(event.key)) return
  event.preventDefault()
})
